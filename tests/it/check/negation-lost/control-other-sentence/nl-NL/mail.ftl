charge = Hebt u de creditcard nog niet? Vraag uw bank.
