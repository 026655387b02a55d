# Above the links to the help pages.
help = Need help?
    .title = To the help page
