# A text.
# $amount (money): a value. Example: $1,234.50
# $subscriptionName (string): a value. Example: Production
# $dueDate (date): a value. Example: November 1, 2026
subject = Pay { MONEY($amount) } for { $subscriptionName } before { DATETIME($dueDate) }
