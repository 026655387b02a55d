title = { $stage ->
    [finished] Last reminder
    [reminder] Second reminder
   *[other] Reminder
}
