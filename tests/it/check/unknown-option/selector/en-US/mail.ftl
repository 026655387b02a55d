left = { $daysLeft ->
    [one] One day
   *[other] Some days
}
