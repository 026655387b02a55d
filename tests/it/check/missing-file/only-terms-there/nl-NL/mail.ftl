help = Hulp nodig?
-brand = Wij
