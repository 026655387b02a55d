card = La carte au dossier a expiré.
