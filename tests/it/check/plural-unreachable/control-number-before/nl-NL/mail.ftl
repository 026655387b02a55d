left = { $retentionDays ->
    [0] Vandaag
    [1] Morgen
    [one] Nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
