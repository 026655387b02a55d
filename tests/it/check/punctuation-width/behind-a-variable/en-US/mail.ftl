# A text.
# $amount (money): a value. Example: $1,234.50
request = Pay { MONEY($amount) }.
