help = Pay now.
