greeting = Beste { $klant },
