name = Account { $ } is beperkt.
