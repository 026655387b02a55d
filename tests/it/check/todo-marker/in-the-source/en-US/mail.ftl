# A text.
help = FIXME Need help?
