title = { $stage ->
    [final] Last reminder
    [reminder] Second reminder
   *[other] Reminder
}
