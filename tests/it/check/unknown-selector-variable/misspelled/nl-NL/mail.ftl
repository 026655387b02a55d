left = { $retentionDay ->
    [one] Eén dag
   *[other] Enkele dagen
}
