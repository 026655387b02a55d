help = Besoin d’aide  ?
