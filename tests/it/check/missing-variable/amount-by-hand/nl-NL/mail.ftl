request = Betaal nu € 1.234,50.
