help = See the help.
