# Hulp
  help = Hulp nodig?
