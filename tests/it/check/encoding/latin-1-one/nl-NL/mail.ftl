help = Hulp bij een betaling, hé?
