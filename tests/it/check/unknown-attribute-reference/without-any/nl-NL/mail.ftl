hours = Uren
help = Bel ons: { hours.short }.
