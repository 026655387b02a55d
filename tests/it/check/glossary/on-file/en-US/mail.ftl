# A text.
card = The card on file has expired.
