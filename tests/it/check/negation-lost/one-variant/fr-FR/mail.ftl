left = { $retentionDays ->
    [one] Vous pouvez payer pendant { $retentionDays } jour.
   *[other] Vous ne pouvez pas payer pendant { $retentionDays } jours.
}
