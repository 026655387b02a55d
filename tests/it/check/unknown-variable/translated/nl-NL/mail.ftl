request = Betaal { MONEY($bedrag) } vóór { DATETIME($dueDate) }.
