pay = Betaal { MONEY($amount, style: $accountName) } nu.
