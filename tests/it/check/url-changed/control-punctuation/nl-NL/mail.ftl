help = Zie (https://example.com/help).
