left = { $retentionDays ->
    [one] Uw data worden over { $retentionDays } day verwijderd.
   *[other] Uw data worden over { $retentionDays } dagen verwijderd.
}
