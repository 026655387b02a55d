subject =
    Uw factuur { $subscriptionName } is vervallen
text =
    Betaal nu.
    Bedankt.
