fact = { $accountName } : { MONEY($amount) }
