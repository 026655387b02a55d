# $retentionDays (number): the days. Example: 3
days = { $retentionDays ->
    [one] One day left
   *[other] { $retentionDays } days left
}
