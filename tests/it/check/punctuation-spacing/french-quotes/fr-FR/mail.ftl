name = L’abonnement « { $subscriptionName } »
