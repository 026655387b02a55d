request = Betaal ⁨{ MONEY($amount) }⁩.
