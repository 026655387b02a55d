pay = Betaal { MONEY( } nu.
