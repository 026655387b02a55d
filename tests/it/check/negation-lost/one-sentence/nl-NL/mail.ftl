charge = We konden uw creditcard niet belasten. Uw bank zegt ons waarom.
