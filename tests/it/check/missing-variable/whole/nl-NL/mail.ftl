request = Betaal vóór { DATETIME($dueDate) }.
