subject = Uw betaling staat open
preheader = Betaal { MONEY($amount) }.
