request = Betaal %s aan { $accountName }.
