pay = Mettre à jour mes informations de paiement
short = Procéder maintenant au paiement
