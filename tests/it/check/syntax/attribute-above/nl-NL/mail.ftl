    .title = Hulp
help = Hulp nodig?
