request = Betaal $Label aan { $accountName }.
