left = { $retentionDays ->
    [one] Il reste un jour
   *[other] Il reste { $retentionDays } jours
}
