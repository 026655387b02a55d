more = Meer
help = Hulp?
