left = <a data-l10n-name="support">Ask</a> { $n ->
    [one] within { $n } day
   *[other] within { $n } days
}.
