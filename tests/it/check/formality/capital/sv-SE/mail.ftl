profile = Om Du betalar finns Dina data kvar.
