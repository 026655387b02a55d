# A text.
pay = Pay the invoice
