name = Het abonnement “{ $subscriptionName }”, ‘ja’
