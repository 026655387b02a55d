# A text.
card = Pay with payment link.
