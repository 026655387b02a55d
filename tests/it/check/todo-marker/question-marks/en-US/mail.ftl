# A text.
help = Need help?
