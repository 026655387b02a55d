# A text.
payment-failed-heading = Your payment failed

# A text.
help = Need help?
