## Facts

account = Uw account
