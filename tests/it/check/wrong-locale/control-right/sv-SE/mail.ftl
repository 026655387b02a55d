first = Betalningen för din prenumeration nekades av din bank.
second = Du kan byta det kort som används för prenumerationen.
third = Om du har betalat behöver du inte göra det här.
