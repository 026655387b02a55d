request = Betaal de factuur factuur.
