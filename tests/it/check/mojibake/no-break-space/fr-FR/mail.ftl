help = Besoin d’aideÂ ?
