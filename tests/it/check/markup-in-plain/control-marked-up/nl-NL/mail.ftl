subject = 3 < 5
note = Een <em>notitie</em>
