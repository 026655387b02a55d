help = [Vraag](support) het ons.
