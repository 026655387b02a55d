help = Betaal<br>nu.
