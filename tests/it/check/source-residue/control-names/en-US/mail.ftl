# A text.
card = Pay with Apple Pay, Visa or up-to-date cards.
