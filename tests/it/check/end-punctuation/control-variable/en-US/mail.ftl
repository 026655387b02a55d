# A text.
# $accountName (string): a value. Example: De Vries B.V.
name = The team of { $accountName }
