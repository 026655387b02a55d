retention =
    { $retentionDays ->
        [one] Uw gegevens worden { $retentionDays } dag lang bewaard.
       *[other] Uw gegevens worden { $retentionDays } dagen lang bewaard.
    }
