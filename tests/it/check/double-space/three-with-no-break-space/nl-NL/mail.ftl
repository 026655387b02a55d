request = Betaal   de factuur.
