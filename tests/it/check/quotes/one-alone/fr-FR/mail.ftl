name = L’abonnement "{ $subscriptionName } »
