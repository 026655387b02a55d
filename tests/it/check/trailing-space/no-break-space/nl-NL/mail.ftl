help = Hulp nodig? 
