tool = Toon vandaag een tool, in de tag __init__, voor de PH-waarde.
