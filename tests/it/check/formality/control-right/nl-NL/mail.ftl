profile = Kies een adres dat u controleert. Uw gegevens, op een vriendelijke toon.
