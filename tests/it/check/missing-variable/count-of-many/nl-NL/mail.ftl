left = { $retentionDays ->
    [one] { $accountName }: nog één dag
   *[other] { $accountName }: nog een paar dagen
}
