days = { $retentionDays ->
}
