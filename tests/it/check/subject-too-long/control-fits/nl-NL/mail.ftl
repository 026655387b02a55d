subject = Betaal { MONEY($amount) } voor { $subscriptionName } vóór { DATETIME($dueDate) }
