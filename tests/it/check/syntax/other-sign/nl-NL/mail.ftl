name = Account { %accountName } is beperkt.
