sale = 100 % sure, 5 % down.
