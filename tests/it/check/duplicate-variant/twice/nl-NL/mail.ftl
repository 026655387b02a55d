days = { $retentionDays ->
    [one] Nog één dag
    [one] Nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
