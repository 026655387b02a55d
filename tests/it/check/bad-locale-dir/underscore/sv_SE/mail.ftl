help = Behöver du hjälp?
