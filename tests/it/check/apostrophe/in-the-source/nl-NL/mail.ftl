help = Wij helpen u.
