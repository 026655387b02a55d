# A text.
subject = URGENT: please pay now!
