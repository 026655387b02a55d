step = Neem contact op met uw bank.
