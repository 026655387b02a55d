help = Besoin d’aide？
