help = Hulp nodig?
# check-ignore: obsolete-message
old-greeting = Goedendag!
