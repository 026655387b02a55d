left = { $n ->
    [one] <a data-l10n-name="support">Ask</a> within { $n } day.
   *[other] <a data-l10n-name="support">Ask</a> within { $n } days.
}
