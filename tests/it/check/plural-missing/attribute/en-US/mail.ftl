button = Left
    .title = { $retentionDays ->
        [one] { $retentionDays } day
       *[other] { $retentionDays } days
    }
