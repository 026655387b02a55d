left = { $retentionDays ->
    [een] Nog { $retentionDays } dag
   *[andere] Nog { $retentionDays } dagen
}
