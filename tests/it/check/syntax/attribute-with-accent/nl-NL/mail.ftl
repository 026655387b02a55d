help = Hulp nodig?
    .größe = Hulp
