days = { $retentionDays ->
    [one day] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
