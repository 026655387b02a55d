left = { $retentionDays ->
    [0] Vandaag
   *[other] Binnenkort
}
