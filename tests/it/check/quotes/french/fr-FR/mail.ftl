name = L’abonnement “{ $subscriptionName }”
