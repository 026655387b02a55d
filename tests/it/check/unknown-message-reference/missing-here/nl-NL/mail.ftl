help = Bel ons: { hours }.
