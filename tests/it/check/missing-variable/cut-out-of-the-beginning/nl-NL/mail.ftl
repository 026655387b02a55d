left = { $retentionDays ->
    [one] dag
   *[other] { $retentionDays } dagen
}
