request = Betaal %s aan %s.
