request = Betaal  de factuur.
