help = Hulp nodig?
    .titl { "" }
