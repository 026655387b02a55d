help = Hulp nodig?
    .title = Hulp { $accountName
