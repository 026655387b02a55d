account = Compte
support = Support
contact = Contact
