subject = Uw betaling van { MONEY($amount) } staat open
preheader = Uw betaling van { MONEY($amount) } staat open.
