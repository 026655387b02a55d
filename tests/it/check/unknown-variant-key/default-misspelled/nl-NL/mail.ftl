title = { $stage ->
    [first] Eerste herinnering
    [reminder] Tweede herinnering
   *[finale] Laatste herinnering
}
