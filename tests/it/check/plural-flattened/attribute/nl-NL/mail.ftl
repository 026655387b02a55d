button = Over
    .title = Nog { $retentionDays } dagen
