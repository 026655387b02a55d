button = Mettre à jour mes informations de paiement
