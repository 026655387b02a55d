card = Card
balance = 餘額
