help = See https://example.com/en-us/help?id=1.
