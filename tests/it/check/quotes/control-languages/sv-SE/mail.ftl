name = Prenumerationen ”{ $subscriptionName }”, ’ja’
