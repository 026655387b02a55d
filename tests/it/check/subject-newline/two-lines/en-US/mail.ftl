# A text.
subject = Your invoice is due
