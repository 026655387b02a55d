help = Hulp nodig?
