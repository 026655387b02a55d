profile = Välj en adress som du läser. Dina data, i en vänlig ton.
