subject = Uw betaling is <strong>mislukt</strong>
