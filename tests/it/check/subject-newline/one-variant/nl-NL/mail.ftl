subject = { $subscriptionName ->
    [a] Uw factuur { $subscriptionName }
        is vervallen
   *[other] Uw factuur { $subscriptionName } is vervallen
}
