# A text.
charge = We couldn’t charge your card. Your bank doesn’t tell us why.
