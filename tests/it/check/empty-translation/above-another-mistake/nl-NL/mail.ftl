more =
help Hulp nodig?
