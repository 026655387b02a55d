deleted = Gegevens worden na negentig dagen verwijderd, in 3 stappen, vanaf 5-3-2026 om 13:30, één keer.
