# A text.
help = We'll help you.
