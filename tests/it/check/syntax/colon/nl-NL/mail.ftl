help: Hulp nodig?
