request = Vóór { DATETIME($dueDate) } betaalt u { MONEY($amount) }.
