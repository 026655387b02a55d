# check-ignore: double-space reason
help = Hulp  nodig?
