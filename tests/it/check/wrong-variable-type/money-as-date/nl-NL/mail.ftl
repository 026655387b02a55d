request = Betaal { MONEY($amount) } vóór { DATETIME($amount) }, { DATETIME($dueDate) }.
