help = Hulp nodig?
