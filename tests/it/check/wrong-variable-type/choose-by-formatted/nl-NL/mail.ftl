left = { DATETIME($daysLeft) ->
    [one] Eén dag
   *[other] Enkele dagen
}
