kept = { $retentionDays ->
    [one] We bewaren het { $retentionDays } dag.
   *[other] We bewaren het { $retentionDays } dagen.
	}

closing = Met vriendelijke groet,
