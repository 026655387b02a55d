profile = Utilise une adresse que tu consultes régulièrement dans ton profil ; l’équipe t’attend.
