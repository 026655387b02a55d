# Above the links.
help =
    .title = To the help page
