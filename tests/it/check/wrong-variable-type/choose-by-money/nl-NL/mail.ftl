title = { $amount ->
    [one] Betaal { MONEY($amount) }
   *[other] Betaal { MONEY($amount) } nu
}
