help = Besoin d’aide&nsbp;?
