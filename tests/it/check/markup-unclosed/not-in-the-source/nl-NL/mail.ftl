help = Hulp</b> nodig?
