# A text.
account = Your account
