left = { $retentionDays ->
    [one] Morgen
   *[other] Over { $retentionDays } dagen { left }
}
