request = Betaal %1$s aan { $accountName }.
