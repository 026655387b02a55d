name = Account { } is beperkt.
