left = { $retentionDays ->
    [one] { $retentionDays } day left for { $accountName }
   *[other] { $retentionDays } days left for { $accountName }
}
