größe = Größe
