help = Bel { help }.
