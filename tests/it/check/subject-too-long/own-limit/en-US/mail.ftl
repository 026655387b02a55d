# A text.
subject = Pay the invoice
