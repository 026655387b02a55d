- term = Begrip
help = Hulp nodig?
