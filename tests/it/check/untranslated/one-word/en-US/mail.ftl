# A text.
card = Card

# A text.
balance = Balance
