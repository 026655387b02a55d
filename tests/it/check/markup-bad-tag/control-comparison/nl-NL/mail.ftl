help = 3 < 5 en 5 > 3
