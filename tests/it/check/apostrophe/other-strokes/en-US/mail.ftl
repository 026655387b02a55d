# A text.
signature = Your photos
