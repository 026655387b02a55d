days = { $retentionDays ->
    [één] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
