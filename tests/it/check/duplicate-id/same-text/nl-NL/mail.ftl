help = Hulp nodig?
# A note.
help = Hulp nodig?
