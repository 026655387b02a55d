title = { $stage ->
    [finall] Laatste herinnering
    [reminder] Tweede herinnering
   *[other] Herinnering
}
