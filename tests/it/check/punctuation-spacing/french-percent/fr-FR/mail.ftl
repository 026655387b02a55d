rate = 25% du montant
