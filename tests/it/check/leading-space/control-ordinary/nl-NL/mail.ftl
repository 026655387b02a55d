help =     Hulp nodig?
