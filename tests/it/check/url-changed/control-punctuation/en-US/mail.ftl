help = See https://example.com/help.
