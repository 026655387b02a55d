help = Hulp nodig? Vraag het ons.
