charge = We hebben uw creditcard belast.
