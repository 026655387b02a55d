help = Besoin d&#8217aide ?
