need help = Hulp nodig?
