left = { $retentionDays ->
    [one] { $accountName }: { $retentionDays } day left
   *[other] { $accountName }: { $retentionDays } days left
}
