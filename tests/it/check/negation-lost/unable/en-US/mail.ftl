# A text.
charge = We have been unable to charge your card.
