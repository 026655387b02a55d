left = { $retentionDays ->
    [many] Il reste { $retentionDays } de jours
    [one] Il reste { $retentionDays } jour
   *[other] Il reste { $retentionDays } jours
}
