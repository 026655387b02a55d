left = { $retentionDays ->
    [one] Nog { $retentionDays } dag voor { $accountName }
   *[other] Nog { $retentionDays } dagen voor { $acountName }
}
