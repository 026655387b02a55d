left = { $retentionDays ->
    [0] Vandaag
   *[one] Nog { $retentionDays } dag
}
