hours =
    .short = ma–vr
help = Bel ons: { hours.weekend }.
