left = { $retentionDays ->
    [one] Остался 1 день
    [few] Осталось { $retentionDays } дня
    [many] Осталось { $retentionDays } дней
   *[other] Осталось { $retentionDays } дня
}
