days = { $retentionDays －＞
    ［one］ 剩一天
   ＊［other］ 剩 { $retentionDays } 天
}
