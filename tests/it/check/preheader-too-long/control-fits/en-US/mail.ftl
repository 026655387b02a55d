# A text.
# $amount (money): a value. Example: $1,234.50
# $dueDate (date): a value. Example: November 1, 2026
preheader = { MONEY($amount) } was due on { DATETIME($dueDate) }.
