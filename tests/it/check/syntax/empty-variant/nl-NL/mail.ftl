days = { $retentionDays ->
    [one]
   *[other] Nog { $retentionDays } dagen
}
