help = Besoin d’aide&NBSP;?
