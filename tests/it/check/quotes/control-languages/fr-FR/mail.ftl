name = L’abonnement « { $subscriptionName } », « le “oui” »
