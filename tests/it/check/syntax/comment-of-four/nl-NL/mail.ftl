#### Hulp
help = Hulp nodig?
