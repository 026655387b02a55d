help = Help
    .title = Call us
