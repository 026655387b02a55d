# A text.
help = Your account
