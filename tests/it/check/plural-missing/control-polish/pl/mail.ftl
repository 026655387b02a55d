left = { $retentionDays ->
    [one] Został { $retentionDays } dzień
    [few] Zostały { $retentionDays } dni
   *[other] Zostało { $retentionDays } dni
}
