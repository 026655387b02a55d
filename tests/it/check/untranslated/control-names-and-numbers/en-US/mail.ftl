# A text.
name = Contoso Cloud

# A text.
number = 24/7

# A text.
site = https://example.com/help

# A text.
# $accountName (string): a value. Example: De Vries B.V.
value = { $accountName }

# A text.
ok = OK

# A text.
pdf = PDF

# A text.
# $cardLast4 (string): a value. Example: 4242
mixed = Visa { $cardLast4 }
