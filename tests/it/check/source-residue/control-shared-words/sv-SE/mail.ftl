data = Dina data och ditt konto finns i portalen; kontakta supporten.
