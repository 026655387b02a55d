card = Betaal met Apple Pay, Visa of up-to-date kaarten.
