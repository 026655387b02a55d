help = Hulp nodig?
old-greeting = Goedendag!
closing = Groet,
