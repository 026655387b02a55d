# A text.
fee = The fee is $5.
