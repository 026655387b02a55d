name = Das Abo „{ $subscriptionName }“, ‚ja‘
