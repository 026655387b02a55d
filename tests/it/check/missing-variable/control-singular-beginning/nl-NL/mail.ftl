left = { $retentionDays ->
    [one] Eén dag
   *[other] { $retentionDays } dagen
}
