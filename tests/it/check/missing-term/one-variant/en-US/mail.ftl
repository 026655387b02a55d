-brand = Example Cloud
left = { $retentionDays ->
    [one] { -brand }: { $retentionDays } day
   *[other] { -brand }: { $retentionDays } days
}
