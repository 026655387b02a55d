title = { $stage ->
    [final] Laatste herinnering
    [reminder] Tweede herinnering
   *[other] Herinnering
}
