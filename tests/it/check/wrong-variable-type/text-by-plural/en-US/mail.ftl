title = Hello { $accountName }
