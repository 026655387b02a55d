due = Betaal { BEDRAG($amount) }.
