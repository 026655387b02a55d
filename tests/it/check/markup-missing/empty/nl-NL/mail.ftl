help = Betaal nu.
