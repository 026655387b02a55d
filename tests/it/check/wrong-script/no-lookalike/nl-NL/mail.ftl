account = Uw accoдnt
