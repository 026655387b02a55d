help = Besoin d’aide&nbsp?
