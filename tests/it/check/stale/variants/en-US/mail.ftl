# How long data is kept.
# $retentionDays (number): days. Example: 90
retention =
    { $retentionDays ->
        [one] Your data is kept for { $retentionDays } day.
       *[other] Your data is kept for { $retentionDays } days.
    }
