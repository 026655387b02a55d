greeting = Beste { $administratorname },
