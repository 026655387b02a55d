left = { $retentionDays ->
    [0] { $accountName }: vandaag
    [1] { $accountName }: morgen
   *[other] { $accountName }: nog { $retentionDays } dagen
}
