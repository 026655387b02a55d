left = { $retentionDays ->
    [one] { $accountName }: nog een dag
   *[other] { $accountName }: nog { $retentionDays } dagen
}
