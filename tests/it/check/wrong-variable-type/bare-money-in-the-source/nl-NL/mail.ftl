due = Betaal { $amount } nu.
