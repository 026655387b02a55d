greeting = Hej { $administratorName }!
morning = Hej { $administratorName }!
