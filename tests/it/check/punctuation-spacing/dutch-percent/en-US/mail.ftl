# A text.
rate = 25% of the amount
