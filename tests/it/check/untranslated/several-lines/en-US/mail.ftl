# A text.
text =
    Pay the invoice.
    It is easy.

# A text.
help = Need help?
