# A text.
help = We help you with your invoice-payment.
