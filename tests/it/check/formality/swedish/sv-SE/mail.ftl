profile = Använd en adress som ni läser, i er profil.
