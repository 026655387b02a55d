# A text.
charge = We couldn’t charge your card. Please pay without delay.

# A text.
never = We never ask for it.
