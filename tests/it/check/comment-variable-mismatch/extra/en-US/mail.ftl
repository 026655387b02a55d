# When the payment was due.
# $amount (money): the amount that is owed. Example: $1,234.50
due = The payment is past due.
