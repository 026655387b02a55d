title = { $stage ->
    [laatste] Laatste herinnering
    [reminder] Tweede herinnering
   *[other] Herinnering
}
