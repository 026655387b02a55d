help = Hulp nodig?{ " " }
