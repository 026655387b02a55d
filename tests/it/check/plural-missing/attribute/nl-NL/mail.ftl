button = Over
    .title = { $retentionDays ->
       *[other] { $retentionDays } dagen
    }
