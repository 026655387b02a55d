name = Het team van { $accountName }
