request = Betaal de factuur de factuur.
