"help" = "Hulp nodig?"
