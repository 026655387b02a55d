help = Besoin d’aide{ "\u202F" }? «{ "\u00A0" }Oui{ "\u00A0" }».
