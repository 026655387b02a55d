left = { $daysLeft ->
    [one] { $accountName }: tomorrow
   *[other] { $accountName }: in { $daysLeft } days
}
