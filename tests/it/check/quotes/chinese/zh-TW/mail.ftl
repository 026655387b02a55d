name = 訂用帳戶“{ $subscriptionName }”
