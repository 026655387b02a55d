help = Call us.
