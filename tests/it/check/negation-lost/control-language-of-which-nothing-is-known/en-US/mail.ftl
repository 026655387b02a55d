# A text.
charge = We couldn’t charge it.
