left = { $retentionDays ->
    [paar] Nog { $retentionDays } dagen
    [one] Nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
