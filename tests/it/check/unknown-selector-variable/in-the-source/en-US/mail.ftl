left = { $count ->
    [one] One day
   *[other] Some days
}
