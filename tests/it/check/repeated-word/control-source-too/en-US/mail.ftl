# A text.
help = Bora Bora and bye bye, 90 90.
