title = Neem contact op toresolve dit.
