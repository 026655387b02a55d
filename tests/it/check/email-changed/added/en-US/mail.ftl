help = Write to us.
