# A text.
# $retentionDays (number): a value. Example: 90
left = { $retentionDays ->
    [one] In { $retentionDays } day
   *[other] In { $retentionDays } days
}
