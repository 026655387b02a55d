help = Zie https://evil.example/hulp.
