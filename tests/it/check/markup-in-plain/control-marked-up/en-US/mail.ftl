# A text.
subject = 3 < 5

# A text.
note = A <em>note</em>
