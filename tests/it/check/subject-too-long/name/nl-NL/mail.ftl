subject = Betaling voor { $subscriptionName } mislukt, dus werk uw betalingsgegevens snel bij
