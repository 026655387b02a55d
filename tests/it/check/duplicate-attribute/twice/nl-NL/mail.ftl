help = Hulp nodig?
    .title = Hulp
    .title = Naar de hulp
