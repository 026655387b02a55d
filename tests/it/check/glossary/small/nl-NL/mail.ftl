help = Neem contact op met contoso.
