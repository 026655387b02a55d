request = Betaal snel.
