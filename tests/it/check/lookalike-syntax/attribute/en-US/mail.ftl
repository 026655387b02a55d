# $accountName (string): the account. Example: Contoso
help = Help
    .title = The account { $accountName } is limited.
