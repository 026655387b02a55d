request = Betaal € { MONEY($amount) }.
