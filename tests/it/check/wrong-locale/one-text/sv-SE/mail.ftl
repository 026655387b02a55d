first = Betalningen för din prenumeration nekades av din bank.
second = U kunt de creditcard wijzigen die voor dit abonnement wordt gebruikt.
third = Om du har betalat behöver du inte göra det här.
