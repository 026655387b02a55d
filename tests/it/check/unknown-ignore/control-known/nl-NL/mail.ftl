help = Hulp nodig?
# The portal prints it.
# check-ignore: obsolete-message the portal prints it
old-greeting = Goedendag!
