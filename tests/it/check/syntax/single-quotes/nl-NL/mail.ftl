name = Account { 'x' } is beperkt.
