left = { NUMBER($daysLeft, soort: "ordinal") ->
    [one] Eén dag
   *[other] Enkele dagen
}
