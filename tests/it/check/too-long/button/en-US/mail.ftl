# A text.
pay = Update payment information
