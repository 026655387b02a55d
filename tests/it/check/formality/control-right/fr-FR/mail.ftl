profile = Choisissez une adresse que vous consultez. Vos données, sur le ton de l’amitié.
