# A text.
sign-in = You can sign-in here

# A text.
e-mail = Your e-mail
