greeting = Beste { $administratorName } van { $accountName },
