# A text.
card = Your card was declined.
