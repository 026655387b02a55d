# A text.
method = Update the payment method.
