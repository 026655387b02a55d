left = { $dagen ->
    [one] Eén dag
   *[other] Enkele dagen
}
