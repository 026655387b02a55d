request = Betaal %label% aan { $accountName }.
