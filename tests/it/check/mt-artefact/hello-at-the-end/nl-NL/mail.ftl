title = Stuur uw betaling toohello locatie.
