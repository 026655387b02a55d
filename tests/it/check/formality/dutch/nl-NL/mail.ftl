profile = Kies een adres dat je regelmatig controleert, en werk jouw profiel bij.
