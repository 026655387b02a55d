# A text.
sent = We have sent you an email.
