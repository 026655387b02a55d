due = Betaal { MONEY($amount) }.
