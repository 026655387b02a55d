help = Hulp
nodig bij de betaling?
