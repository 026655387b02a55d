left = { $retentionDays ->
    [0] Today
   *[other] { $retentionDays } days left
}
