help = Hulp	nodig?
