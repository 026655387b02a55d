name = Het abonnement "{ $subscriptionName }"
