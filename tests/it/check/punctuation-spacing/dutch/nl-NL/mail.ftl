help = Hulp nodig ? Vraag het : het is gratis .
