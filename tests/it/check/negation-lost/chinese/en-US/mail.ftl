# A text.
charge = You don’t need to pay.
