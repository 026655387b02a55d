help = { " " }Hulp nodig?
