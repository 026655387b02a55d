# A text.
help = Pay, then wait.
