help = Hulp nodig?
alert = Let op
