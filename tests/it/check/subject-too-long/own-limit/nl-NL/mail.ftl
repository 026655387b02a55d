subject = Betaal de factuur nu
