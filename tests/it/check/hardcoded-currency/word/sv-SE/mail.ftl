request = Betala { MONEY($amount) } kr.
