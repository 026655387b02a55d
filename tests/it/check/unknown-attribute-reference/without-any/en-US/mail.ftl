hours = Hours
help = Call us.
