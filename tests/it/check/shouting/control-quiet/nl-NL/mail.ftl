subject = Betaal via SEPA met uw IBAN
text = BETAAL nu!
