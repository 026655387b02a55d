help = Kontakta Contoso-supporten.
