### check-ignore: obsolete-message the portal prints them

# check-ignore: obsolete-message the portal prints it

-term = Begrip

help = Hulp nodig?
