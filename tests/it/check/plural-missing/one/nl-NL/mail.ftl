left = { $retentionDays ->
   *[other] Nog { $retentionDays } dagen
}
