account = Uw account
