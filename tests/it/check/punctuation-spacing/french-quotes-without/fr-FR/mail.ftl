name = L’abonnement «{ $subscriptionName }»
