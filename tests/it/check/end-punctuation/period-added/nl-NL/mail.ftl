pay = Betaal de factuur.
