fee = Betaal { MONEY($amount) } in euro of dollar.
