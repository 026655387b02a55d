note = Een <em>notitie</em>
