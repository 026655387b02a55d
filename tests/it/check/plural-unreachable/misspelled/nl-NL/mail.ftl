left = { $retentionDays ->
    [onne] Nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
