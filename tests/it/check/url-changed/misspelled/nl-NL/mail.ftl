help = Zie https://exmaple.com/nl-nl/help?id=1.
