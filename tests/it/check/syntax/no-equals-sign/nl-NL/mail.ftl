help Hulp nodig?
