help = Hulp&#x110000;?
