greeting = Beste { acountName },
