left = { $retentionDays ->
    [one] Dans 24 heures
   *[other] Dans { $retentionDays } jours
}
