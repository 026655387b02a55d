help = Hulp nodig?   
