request = Betaal betaal betaal de factuur.
