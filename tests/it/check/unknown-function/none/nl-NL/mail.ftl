due = Betaal { NUMBER($n) }.
