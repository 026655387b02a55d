title = { NUMBER($n, type: "ordinal") ->
    [one] { $n }st reminder
   *[other] { $n }th reminder
}
