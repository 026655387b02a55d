request = Betaal { MONEY($amuont) } vóór { DATETIME($dueDate) }.
