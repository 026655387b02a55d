2help = Hulp nodig?
