help = 3 < 5 and 5 > 3
