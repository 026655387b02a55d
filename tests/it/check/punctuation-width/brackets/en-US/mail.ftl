# A text.
card = The card (ending in 4242) has expired.
