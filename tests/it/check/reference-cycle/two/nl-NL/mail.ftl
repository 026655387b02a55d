help = Hulp: { support }
support = Bel ons. { help }
