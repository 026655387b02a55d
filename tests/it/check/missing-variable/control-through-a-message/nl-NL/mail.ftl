sum = Bedrag: { MONEY($amount) }
request = Betaal nu. { sum }
