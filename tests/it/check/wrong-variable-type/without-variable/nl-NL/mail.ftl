due = Betaal { MONEY($amount) }, { DATETIME("2026") }.
