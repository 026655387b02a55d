hours = Uren
    .short = ma–vr
help = Bel ons: { hours }.
