left = { $retentionDays ->
    [one] { $retentionDays } day left
   *[other] { $retentionDays } days left
}
