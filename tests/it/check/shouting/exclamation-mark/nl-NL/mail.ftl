subject = Betaal nu!
