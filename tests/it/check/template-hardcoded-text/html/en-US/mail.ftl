# The letter.
a = A letter
