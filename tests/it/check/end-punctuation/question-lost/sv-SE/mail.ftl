help = Behöver du hjälp
