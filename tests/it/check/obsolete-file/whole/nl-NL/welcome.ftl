welcome = Welkom
welcome-more = Meer
