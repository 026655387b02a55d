name = Prenumerationen “{ $subscriptionName }”
