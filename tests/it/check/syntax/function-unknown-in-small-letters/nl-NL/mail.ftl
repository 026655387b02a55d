pay = Betaal { bedrag($amount) } nu.
