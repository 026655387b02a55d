name = Het abonnement “{ $subscriptionName }”
