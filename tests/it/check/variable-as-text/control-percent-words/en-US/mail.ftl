sale = 100 % sure.
