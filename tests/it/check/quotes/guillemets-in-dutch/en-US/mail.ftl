# A text.
# $subscriptionName (string): a value. Example: Production
name = The subscription “{ $subscriptionName }”
