help = Hulp nodig?
name = Beste lezer
# check-ignore: obsolete-message the portal prints it
old-greeting = Goedendag!
