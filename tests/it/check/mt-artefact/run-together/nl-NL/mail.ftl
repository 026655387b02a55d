title = Neem contact op met uw bank tooresolve het probleem.
