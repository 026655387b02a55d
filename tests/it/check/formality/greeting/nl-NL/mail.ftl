hello = Hallo { $administratorName },
