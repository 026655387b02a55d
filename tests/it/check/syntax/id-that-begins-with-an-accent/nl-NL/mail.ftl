übersicht = Übersicht
