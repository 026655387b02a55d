greeting = Beste { $naam },
