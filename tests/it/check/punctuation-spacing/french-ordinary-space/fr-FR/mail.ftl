help = Besoin d’aide ? Demandez : c’est gratuit ; vraiment !
