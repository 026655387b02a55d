  # Hulp
help = Hulp nodig?
