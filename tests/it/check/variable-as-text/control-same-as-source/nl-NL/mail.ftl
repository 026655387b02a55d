price = Typ %s om { $accountName } te zien.
