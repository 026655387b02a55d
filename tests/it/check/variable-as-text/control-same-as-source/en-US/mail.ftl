price = Type %s to see { $accountName }.
