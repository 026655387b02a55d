help = Vraag [ons] (nu).
