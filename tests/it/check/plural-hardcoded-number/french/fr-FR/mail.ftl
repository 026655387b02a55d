left = { $retentionDays ->
    [one] Il reste 1 jour
   *[other] Il reste { $retentionDays } jours
}
