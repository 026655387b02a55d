help = Hulp nodig?
# check-ignore: missing-message the portal prints it
old-greeting = Goedendag!
