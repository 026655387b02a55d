profile = Als U betaalt, blijven Uw gegevens.
