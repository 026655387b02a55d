help = Hulp { 1. }
