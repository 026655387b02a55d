help = Hulp
helps = Hulpjes
