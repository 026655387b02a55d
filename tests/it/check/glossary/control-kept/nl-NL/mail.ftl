help = Neem contact op met Contoso.
