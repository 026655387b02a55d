help = Hulp{ "\U1F600" }nodig?
