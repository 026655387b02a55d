pay = Betaal de factuur
