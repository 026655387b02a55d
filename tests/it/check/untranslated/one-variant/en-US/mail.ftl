# A text.
# $retentionDays (number): a value. Example: 90
left = { $retentionDays ->
    [one] Your data is deleted in { $retentionDays } day.
   *[other] Your data is deleted in { $retentionDays } days.
}
