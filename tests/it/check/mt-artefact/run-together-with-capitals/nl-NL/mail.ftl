title = aaaPast saldo
