# $accountName (string): the account. Example: Contoso
name = The account { $accountName } is limited.
