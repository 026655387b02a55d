# A text.
button = Update payment information
