title = { $stage ->
    [final] Last reminder
   *[other] Reminder
}
