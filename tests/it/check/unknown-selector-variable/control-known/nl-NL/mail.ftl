left = { $retentionDays ->
    [one] Eén dag
   *[other] Enkele dagen
}
