request = Betaal  { MONEY($amount) } nu.
