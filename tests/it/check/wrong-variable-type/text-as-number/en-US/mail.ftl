n = { $accountName }
