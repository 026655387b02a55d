# $accountName (string): the account. Example: Contoso
name = The account { $accountName } is limited.
# Above the links to the help pages.
help = Need help?
