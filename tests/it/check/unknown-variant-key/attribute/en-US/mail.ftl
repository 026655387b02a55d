title = Title
    .long = { $stage ->
        [final] Last reminder
        [reminder] Second reminder
       *[other] Reminder
    }
