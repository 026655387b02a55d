# A text.
fee = The fee is $5, not £6.
