# The first line.
# $amount (money): the amount. Example: $1,234.50
first = You owe { MONEY($amount) }.

# The second line.
# $dueDate (date): the day. Example: November 1, 2026
second = It was due on { DATETIME($dueDate) }.
