left = { $retentionDays ->
    [1] Il reste { $retentionDays } jour
   *[other] Il reste { $retentionDays } jours
}
