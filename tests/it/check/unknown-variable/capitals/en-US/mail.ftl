greeting = Hello { $administratorName },
