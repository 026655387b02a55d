# A text.
help = Pay the the invoice.
