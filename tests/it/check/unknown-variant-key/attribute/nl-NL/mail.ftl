title = Titel
    .long = { $stage ->
        [einde] Laatste herinnering
        [reminder] Tweede herinnering
       *[other] Herinnering
    }
