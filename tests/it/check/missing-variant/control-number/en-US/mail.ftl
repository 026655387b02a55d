left = { $daysLeft ->
    [one] Tomorrow
   *[other] In { $daysLeft } days
}
