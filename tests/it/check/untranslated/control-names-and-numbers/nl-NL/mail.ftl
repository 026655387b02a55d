name = Contoso Cloud
number = 24/7
site = https://example.com/help
value = { $accountName }
ok = OK
pdf = PDF
mixed = Visa { $cardLast4 }
