request = Betaal $accountName nu.
