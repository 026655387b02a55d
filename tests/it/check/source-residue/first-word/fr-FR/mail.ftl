card = Your carte a été refusée.
