help = Hulp { help. }
