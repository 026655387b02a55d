request = Maksa  lasku .
