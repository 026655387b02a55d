help = Hulp nodig?
-brand = 
