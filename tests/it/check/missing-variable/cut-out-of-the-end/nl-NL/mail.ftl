left = { $retentionDays ->
    [one] Over, in dagen:
   *[other] Over, in dagen: { $retentionDays }
}
