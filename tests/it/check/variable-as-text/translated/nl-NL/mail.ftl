request = Betaal $etiket aan { $accountName }.
