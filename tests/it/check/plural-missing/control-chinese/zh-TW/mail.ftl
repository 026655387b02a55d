left = { $retentionDays ->
   *[other] 還有 { $retentionDays } 天
}
