# A text.
text =
    Pay now.
    It is easy.

# A text.
help = Need help?
