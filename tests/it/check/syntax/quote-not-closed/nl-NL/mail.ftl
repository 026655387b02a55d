help = Hulp { "nodig }?
