help = Hulp{ "\u00A" }nodig?
