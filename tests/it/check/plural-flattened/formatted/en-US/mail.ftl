n = { $daysLeft ->
    [one] { NUMBER($daysLeft) } day
   *[other] { NUMBER($daysLeft) } days
}
