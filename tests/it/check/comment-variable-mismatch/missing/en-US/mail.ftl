# The amount.
# $amount (money): the amount that is owed. Example: $1,234.50
owed = You owe { MONEY($amount) }.

# When the payment was due.
due = The payment was due on { DATETIME($dueDate) }.
