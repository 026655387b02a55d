# A text.
subject = Pay by SEPA with your IBAN

# A text.
text = PLEASE pay now!
