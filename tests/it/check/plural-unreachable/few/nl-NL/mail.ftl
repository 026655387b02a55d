left = { $retentionDays ->
    [few] Nog { $retentionDays } dagen
    [one] Nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
