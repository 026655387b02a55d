subject = BRÅDSKANDE: betala nu
