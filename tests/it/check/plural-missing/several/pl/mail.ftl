left = { $retentionDays ->
   *[other] Zostało { $retentionDays } dni
}
