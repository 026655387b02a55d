name = Account { $account Name } is beperkt.
