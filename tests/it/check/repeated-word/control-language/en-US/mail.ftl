# A text.
help = We see each other if you sign up.
