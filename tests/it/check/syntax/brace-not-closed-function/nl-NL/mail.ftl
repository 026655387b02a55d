pay = Betaal { MONEY($amount nu }.
