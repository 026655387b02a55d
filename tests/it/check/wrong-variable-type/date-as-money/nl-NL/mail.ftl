request = Betaal { MONEY($amount) } vóór { MONEY($dueDate) }.
