greeting = Beste { $name },
