# A text.
fee = The limit is 1,500.50 points.
