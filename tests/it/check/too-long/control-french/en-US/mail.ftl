# A text.
pay = Update payment information

# A text.
short = Pay now
