-brand = Example Cloud
left = { $retentionDays ->
    [one] { -brand }: { $retentionDays } dag
   *[other] Nog { $retentionDays } dagen
}
