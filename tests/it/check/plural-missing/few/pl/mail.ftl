left = { $retentionDays ->
    [one] Został { $retentionDays } dzień
   *[other] Zostało { $retentionDays } dni
}
