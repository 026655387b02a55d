request = Please pay { MONEY($amount) } now.
