# A text.
profile = Use your address.
