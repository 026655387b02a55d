left = { $retentionDays ->
    [one] Your data is deleted in { $retentionDays } day.
   *[other] Uw gegevens worden over { $retentionDays } dagen verwijderd.
}
