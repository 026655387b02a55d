left = { $retentionDays ->
   *[one] Nog { $retentionDays } dag
    [other] Nog { $retentionDays } dagen
}
