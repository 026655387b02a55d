help = Betaal ( nu ).
