card = Om the credit card nekades, kontakta din bank.
