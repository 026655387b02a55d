left = { $retentionDays ->
    [one] Over  dag
   *[other] Over { $retentionDays } dagen
}
