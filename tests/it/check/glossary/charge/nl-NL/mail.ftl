charge = We laden uw creditcard.
