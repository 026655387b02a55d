help = Hulp nodig?
help = Heeft u hulp nodig?
