due = Vervalt op { DATETIME $dueDate }.
