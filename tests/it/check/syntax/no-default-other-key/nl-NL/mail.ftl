days = { $retentionDays ->
    [one] Nog één dag
    [andere] Nog { $retentionDays } dagen
}
