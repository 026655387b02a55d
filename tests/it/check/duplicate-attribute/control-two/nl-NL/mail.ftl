help = Hulp nodig?
    .title = Naar de hulp
    .label = Hulp
