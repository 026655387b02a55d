## Facts

account = Account
