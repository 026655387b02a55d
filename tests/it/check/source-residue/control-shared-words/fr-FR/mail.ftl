data = Vos données et votre compte sont sur le portail ; contactez le support.
