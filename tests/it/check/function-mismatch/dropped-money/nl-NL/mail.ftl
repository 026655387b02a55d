request = Betaal { $amount } vóór { DATETIME($dueDate) }.
