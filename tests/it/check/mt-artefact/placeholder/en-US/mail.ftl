# A text.
request = Pay the invoice.
