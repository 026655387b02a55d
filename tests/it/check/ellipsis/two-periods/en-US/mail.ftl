# A text.
pay = Pay now.
