sign-in = U kunt zich hier aanmelden
e-mail = Uw e-mail
