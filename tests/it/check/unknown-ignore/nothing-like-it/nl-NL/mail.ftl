# check-ignore: everything because of the portal
help = Hulp nodig?
