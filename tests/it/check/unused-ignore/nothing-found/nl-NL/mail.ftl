# check-ignore: obsolete-message the portal prints it
help = Hulp nodig?
