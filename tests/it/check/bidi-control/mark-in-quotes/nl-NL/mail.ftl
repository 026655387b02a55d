request = Betaal { "\u200E" }{ MONEY($amount) }.
