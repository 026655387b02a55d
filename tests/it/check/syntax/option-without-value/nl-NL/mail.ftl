pay = Betaal { MONEY($amount, style: ) } nu.
