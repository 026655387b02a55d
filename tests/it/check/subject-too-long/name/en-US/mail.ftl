# A text.
# $subscriptionName (string): a value. Example: Production
subject = The payment for { $subscriptionName } failed, so please update your payment information
