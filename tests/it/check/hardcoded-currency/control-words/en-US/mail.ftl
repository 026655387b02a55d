# A text.
# $amount (money): a value. Example: $1,234.50
fee = Pay { MONEY($amount) } in euros or dollars.
