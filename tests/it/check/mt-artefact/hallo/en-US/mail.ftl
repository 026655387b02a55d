# A text.
canceled = The service is canceled. Update the card.
