title = { $stage ->
    [final] Laatste herinnering
   *[other] Herinnering
}
