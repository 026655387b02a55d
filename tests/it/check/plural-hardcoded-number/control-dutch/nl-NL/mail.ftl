left = { $retentionDays ->
    [one] Nog 1 dag
   *[other] Nog { $retentionDays } dagen
}
