help = Hulp nodig.
