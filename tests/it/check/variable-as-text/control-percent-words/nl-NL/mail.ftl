sale = 100 % zeker is het niet, 5 % de.
