help =  Hulp nodig?
