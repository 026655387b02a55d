days = { $retentionDays ->
    [1] Nog één dag
    [one] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
