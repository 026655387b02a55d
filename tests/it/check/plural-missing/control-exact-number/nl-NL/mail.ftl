left = { $retentionDays ->
    [1] Nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
