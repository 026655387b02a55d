days =
    [one] Nog één dag
   *[other] Nog { $retentionDays } dagen
