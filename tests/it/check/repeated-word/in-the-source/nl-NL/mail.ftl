help = Betaal de factuur.
