days = { $retentionDays ->
   *[other] 剩 ｛ $retentionDays ｝ 天
}
