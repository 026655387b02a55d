help = Zie https://exаmple.com/help
