card = Kortet på filen har gått ut.
