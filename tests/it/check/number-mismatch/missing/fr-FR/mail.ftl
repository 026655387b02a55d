deleted = Vos données seront supprimées.
