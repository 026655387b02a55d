subject = BETAAL NU snel
