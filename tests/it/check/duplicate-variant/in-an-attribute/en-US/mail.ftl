# $retentionDays (number): the days. Example: 3
help = Help
    .title = { $retentionDays ->
    [one] One day left
   *[other] { $retentionDays } days left
}
