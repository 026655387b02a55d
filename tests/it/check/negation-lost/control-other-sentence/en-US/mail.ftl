# A text.
charge = Pay the card. If you don’t have it, ask your bank.
