more =

help = Hulp nodig?
