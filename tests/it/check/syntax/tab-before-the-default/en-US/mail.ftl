# Days.
# $retentionDays (number): days. Example: 90
kept = { $retentionDays ->
    [one] We keep it for { $retentionDays } day.
   *[other] We keep it for { $retentionDays } days.
}

# End.
closing = Kind regards,
