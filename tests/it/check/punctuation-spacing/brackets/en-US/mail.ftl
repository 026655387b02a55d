# A text.
help = Pay (now).
