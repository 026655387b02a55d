help = Hulp nodig?
# check-ignore: obsolete-message the portal prints it
# check-ignore: obsolete-message it is still there
old-greeting = Goedendag!
