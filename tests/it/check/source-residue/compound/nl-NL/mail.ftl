help = We helpen u met uw invoice-payment.
