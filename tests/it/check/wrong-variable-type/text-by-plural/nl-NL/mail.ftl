title = { $accountName ->
    [one] Beste { $accountName }
   *[other] Hallo { $accountName }
}
