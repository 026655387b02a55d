# A text.
pay = Pay now with Visa
