due = Date d’échéance du paiement
