request = Betaal {0} aan { $accountName }.
