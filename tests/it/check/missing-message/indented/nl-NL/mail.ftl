help = Hulp nodig?
 closing = Groet,
