days = { $retentionDays ->
    [=1] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
