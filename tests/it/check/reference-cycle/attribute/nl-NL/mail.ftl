help = Hulp
    .title = Bel { help.title }
