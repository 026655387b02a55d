help = Hulp
    .title =
