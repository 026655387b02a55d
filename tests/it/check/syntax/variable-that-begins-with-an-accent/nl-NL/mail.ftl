name = Account { $überblick } is beperkt.
