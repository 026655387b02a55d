title = { $stage ->
    [final] Laatste herinnering
    [reminder] Tweede herinnering
    [first] Eerste herinnering
   *[other] Herinnering
}
