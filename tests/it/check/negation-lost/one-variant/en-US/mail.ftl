# A text.
# $retentionDays (number): a value. Example: 90
left = { $retentionDays ->
    [one] You cannot pay for { $retentionDays } day.
   *[other] You cannot pay for { $retentionDays } days.
}
