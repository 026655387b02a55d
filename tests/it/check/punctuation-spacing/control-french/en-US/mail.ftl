# A text.
# $accountName (string): a value. Example: De Vries B.V.
help = At 12:30: need help?! See https://example.com/?a=b; “{ $accountName }”, 25%!
