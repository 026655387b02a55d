greeting = Beste { klant },
