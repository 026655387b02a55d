deleted = Dina data tas bort efter 90 dagar.
