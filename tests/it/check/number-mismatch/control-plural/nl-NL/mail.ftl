left = { $retentionDays ->
    [one] Nog een dag
   *[other] Nog { $retentionDays } dagen
}
