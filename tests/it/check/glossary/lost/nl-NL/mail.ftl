help = Neem contact op met ons.
