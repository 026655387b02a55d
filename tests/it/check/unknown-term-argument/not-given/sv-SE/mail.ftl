-sum = { MONEY($amount) } totalt
pay = Betala { -sum }
