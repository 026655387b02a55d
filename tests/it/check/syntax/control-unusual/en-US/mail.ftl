# Above the links to the help pages.
help = Need { "{" }{ 1.5 }help{ -1 }?
    .title = Help
# $retentionDays (number): the days. Example: 3
days = { $retentionDays ->
    [one] One day left
   *[other] { $retentionDays } days left
}
