# A text.
payment-failed-heading = Your payment failed
