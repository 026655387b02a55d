pay = Betaal { MONEY($amount, style: "x", style: "y") } nu.
