help = Zie http://example.com/en-us/help?id=1.
