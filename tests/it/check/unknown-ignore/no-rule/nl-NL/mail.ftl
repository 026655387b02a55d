# check-ignore:
help = Hulp nodig?
