pay = Betaal nu..
