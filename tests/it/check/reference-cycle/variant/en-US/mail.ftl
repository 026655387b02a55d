left = { $retentionDays ->
    [one] Tomorrow
   *[other] In { $retentionDays } days
}
