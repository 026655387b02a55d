profile = Gebruik jouw adres.
