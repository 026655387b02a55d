left = { $retentionDays ->
    [0] Today
   *[other] Soon
}
