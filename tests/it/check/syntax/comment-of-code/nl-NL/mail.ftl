// Hulp
help = Hulp nodig?
