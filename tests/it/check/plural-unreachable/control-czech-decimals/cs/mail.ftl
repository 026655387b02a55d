left = { $retentionDays ->
    [one] Zbývá { $retentionDays } den
    [few] Zbývají { $retentionDays } dny
    [many] Zbývá { $retentionDays } dne
   *[other] Zbývá { $retentionDays } dní
}
