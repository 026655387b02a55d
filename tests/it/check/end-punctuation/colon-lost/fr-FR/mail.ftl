look = Le message peut ressembler à ceci.
