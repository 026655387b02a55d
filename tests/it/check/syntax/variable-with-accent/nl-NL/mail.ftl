name = Account { $konto-größe } is beperkt.
