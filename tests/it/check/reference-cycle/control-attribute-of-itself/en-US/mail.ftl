help = Help: { help.title }
    .title = call us
