left = { $retentionDays ->
    [one] One day
   *[other] Some days
}
