left = { $retentionDays ->
    [one] Over  { $retentionDays } dag
   *[other] Over { $retentionDays } dagen
}
