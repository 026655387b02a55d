due = Vervalt { $dueDate }.
