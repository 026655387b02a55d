request = Betaal { MONEY($amount) }.
