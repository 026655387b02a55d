# A text.
charge = We charge your card.
