help = Hulp nodig?
# check-ignore: obsolet-message the portal prints it
old-greeting = Goedendag!
