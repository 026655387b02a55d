# A text.
# $accountName (string): a value. Example: De Vries B.V.
# $amount (money): a value. Example: $1,234.50
fact = { $accountName }: { MONEY($amount) }
