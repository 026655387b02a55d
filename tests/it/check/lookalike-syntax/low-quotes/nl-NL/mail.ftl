pay = Betaal { MONEY($amount, style: „long“) } nu.
