left = { NUMBER($dagen) ->
    [one] Eén dag
   *[other] Enkele dagen
}
