left = { $retentionDays ->
    [one] Nog 2 dagen
   *[other] Nog { $retentionDays } dagen
}
