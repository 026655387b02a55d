help = Hulp
    .title = { $retentionDays ->
        [1] Nog één dag
        [1] Nog { $retentionDays } dag
        [one] Nog één dag
       *[other] Nog { $retentionDays } dagen
    }
