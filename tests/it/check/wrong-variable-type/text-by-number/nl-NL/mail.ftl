title = { $accountName ->
    [0] Beste { $accountName }
   *[other] Hallo { $accountName }
}
