-brand = Wij
days = { -brand ->
    [one] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
