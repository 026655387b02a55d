left = { $retentionDays ->
    [one] { $accountName }: nog { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
