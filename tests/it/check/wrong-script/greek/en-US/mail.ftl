# A text.
account = Account details
