days = Nog
    [one] één dag
   *[other] { $retentionDays } dagen
