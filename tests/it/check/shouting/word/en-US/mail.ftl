# A text.
subject = Please pay now
