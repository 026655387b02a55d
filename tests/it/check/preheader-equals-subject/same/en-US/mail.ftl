# A text.
# $amount (money): a value. Example: $1,234.50
subject = Your payment of { MONEY($amount) } is past due

# A text.
# $amount (money): a value. Example: $1,234.50
preheader = Please pay { MONEY($amount) }.
