request = Betaal de factuur: { "  " } nu.
