left = Nog { $retentionDays } dagen
