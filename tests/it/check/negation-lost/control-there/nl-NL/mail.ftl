charge = We konden uw creditcard niet belasten. Betaal zonder uitstel.
never = We vragen er nooit om.
