name = Het abonnement «{ $subscriptionName }»
