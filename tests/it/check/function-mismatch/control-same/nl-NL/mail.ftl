request = Betaal { MONEY($amount) } vóór { DATETIME($dueDate) }.
