help = Schrijf naar hulp@evil.example.
