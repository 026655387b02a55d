greeting = Beste { $administratorName },
morning = Goedemorgen, { $administratorName }!
