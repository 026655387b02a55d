left = { $retentionDays ->
    [one] Left, in days: { $retentionDays }
   *[other] Left, in days: { $retentionDays }
}
