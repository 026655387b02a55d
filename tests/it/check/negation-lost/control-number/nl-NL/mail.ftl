charge = Betaal factuur nr. { $accountName } nu.
