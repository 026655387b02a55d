left = { $retentionDays ->
    [one] 還有 { $retentionDays } 天
   *[other] 還有 { $retentionDays } 天
}
