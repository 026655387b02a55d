help = Bora Bora en dag dag, 90 90.
