# A text.
card = If the credit card was declined, contact your bank.
