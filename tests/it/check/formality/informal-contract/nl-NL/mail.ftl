profile = Gebruik uw adres.
