left = { $retentionDays ->
    [one] In { $retentionDays } day
   *[other] In { $retentionDays } days
}
