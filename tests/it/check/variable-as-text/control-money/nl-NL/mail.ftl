price = Kosten: $5 of US$ 6, 25% korting, 100%.
