due = Vervalt { DATETME($dueDate) }.
