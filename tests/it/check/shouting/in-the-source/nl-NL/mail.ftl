subject = Betaal nu
