rate = 25% av beloppet
