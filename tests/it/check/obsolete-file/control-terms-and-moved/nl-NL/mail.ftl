more = Meer
