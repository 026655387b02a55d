title = NÃO, AÑO, À propos
