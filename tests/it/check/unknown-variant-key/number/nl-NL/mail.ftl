title = { $stage ->
    [final] Laatste herinnering
    [3] Derde herinnering
   *[other] Herinnering
}
