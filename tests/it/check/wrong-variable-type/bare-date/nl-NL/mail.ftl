due = Betaal vóór { $dueDate }.
