request = Betaal de invoice zo snel mogelijk.
