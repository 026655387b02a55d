due = Un résumé
