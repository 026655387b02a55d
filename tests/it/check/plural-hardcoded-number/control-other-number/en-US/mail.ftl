left = { $retentionDays ->
    [one] In 24 hours
   *[other] In { $retentionDays } days
}
