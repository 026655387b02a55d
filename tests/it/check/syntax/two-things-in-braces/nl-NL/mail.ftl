name = Account { $accountName account } is beperkt.
