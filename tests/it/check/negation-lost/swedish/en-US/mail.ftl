# A text.
charge = We couldn’t charge your card.
