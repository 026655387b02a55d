days = { $retentionDays ->
    [one] { "" }
   *[other] { "" }
}
