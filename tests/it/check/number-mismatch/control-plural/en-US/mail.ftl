# A text.
# $retentionDays (number): a value. Example: 90
left = { $retentionDays ->
    [one] 1 day left
   *[other] { $retentionDays } days left
}
