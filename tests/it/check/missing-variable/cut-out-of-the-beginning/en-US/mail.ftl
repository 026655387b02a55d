left = { $retentionDays ->
    [one] { $retentionDays } day
   *[other] { $retentionDays } days
}
