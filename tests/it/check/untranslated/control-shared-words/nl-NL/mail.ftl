account = Account
support = Support
contact = Contact
