# A text.
help = Need help?

# A text.
pay = Pay now
