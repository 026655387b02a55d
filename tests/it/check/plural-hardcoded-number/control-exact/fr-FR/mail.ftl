left = { $retentionDays ->
    [1] Il reste 1 jour
    [one] Il reste { $retentionDays } jour
   *[other] Il reste { $retentionDays } jours
}
