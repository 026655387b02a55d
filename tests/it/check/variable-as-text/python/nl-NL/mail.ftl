request = Betaal %(label)s aan { $accountName }.
