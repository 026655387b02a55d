button = Betalen
    .title = Nu betalen
