# A text.
size = 5' wide
