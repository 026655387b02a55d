# A text.
bill = Thank you
