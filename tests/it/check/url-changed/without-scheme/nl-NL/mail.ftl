help = Zie www.example.nl.
