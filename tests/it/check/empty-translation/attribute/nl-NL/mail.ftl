help = Hulp
    .title = { " " }
