help = { "" }
gap =

    { " " }
