help = Help: { support }
support = Call us.
