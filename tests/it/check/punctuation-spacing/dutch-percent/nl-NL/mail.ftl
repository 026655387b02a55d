rate = 25 % van het bedrag
