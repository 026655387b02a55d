#Hulp
help = Hulp nodig?
