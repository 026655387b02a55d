pay = Betaal { Money($amount) } nu.
