# A text.
step = If the card has expired, change the card or contact your bank to learn more.
