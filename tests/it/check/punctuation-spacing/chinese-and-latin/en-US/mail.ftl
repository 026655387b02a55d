# A text.
help = Your Azure account
