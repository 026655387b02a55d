help = Need help?
pay = Pay now
