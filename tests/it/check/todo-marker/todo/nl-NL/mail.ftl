help = TODO: hulp nodig?
