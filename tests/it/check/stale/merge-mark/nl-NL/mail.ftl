help-heading = Hulp nodig?
