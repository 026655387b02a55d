button = Betalen
    .title = Betaal { MONEY($bedrag) }
