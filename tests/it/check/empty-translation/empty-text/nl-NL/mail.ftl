help = { "" }
