left = 還有 { $retentionDays } 天
