help = Hulp { "\u0007" }nodig?
