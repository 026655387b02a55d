title = { $stage ->
    [reminder] Tweede herinnering
   *[other] Herinnering
}
