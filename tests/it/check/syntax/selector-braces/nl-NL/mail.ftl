days = { { $retentionDays } ->
    [one] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
