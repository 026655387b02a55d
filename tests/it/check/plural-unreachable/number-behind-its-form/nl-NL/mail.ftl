left = { $retentionDays ->
    [one] Nog { $retentionDays } dag
    [1] Morgen
   *[other] Nog { $retentionDays } dagen
}
