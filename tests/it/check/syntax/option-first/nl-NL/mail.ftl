pay = Betaal { MONEY(style: "x", $amount) } nu.
