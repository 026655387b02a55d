# A text.
button = Update your payment information now
