# A text.
help = We can help.
