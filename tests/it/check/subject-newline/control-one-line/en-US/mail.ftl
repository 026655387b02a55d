# A text.
# $subscriptionName (string): a value. Example: Production
subject = Your invoice { $subscriptionName } is due

# A text.
text =
    Pay now.
    Thanks.
