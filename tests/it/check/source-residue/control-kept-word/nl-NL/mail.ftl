card = Betaal met payment link.
