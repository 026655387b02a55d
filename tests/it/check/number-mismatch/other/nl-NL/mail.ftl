deleted = Uw gegevens worden na 30 dagen verwijderd.
