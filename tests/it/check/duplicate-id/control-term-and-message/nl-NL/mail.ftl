help = Hulp nodig?
-help = Hulp
