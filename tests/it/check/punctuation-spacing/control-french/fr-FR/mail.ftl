help = À 12:30 : besoin d’aide ?! Voir https://example.com/?a=b ; « { $accountName } », 25 % !
