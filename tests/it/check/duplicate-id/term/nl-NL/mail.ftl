help = Hulp nodig?
-brand = Wij
-brand = Ons
