# $amount (money): the amount. Example: $5
pay = Pay { MONEY($amount) } now.
# Above the links to the help pages.
help = Need help?
# $accountName (string): the account. Example: Contoso
name = The account { $accountName } is limited.
