# Above the links.
help = Need help?
    .title = To the help page
