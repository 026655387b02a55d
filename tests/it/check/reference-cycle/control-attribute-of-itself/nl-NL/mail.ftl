help = Hulp: { help.title }
    .title = bel ons
