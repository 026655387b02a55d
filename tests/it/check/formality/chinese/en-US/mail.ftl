# A text.
profile = Update your address.
