payment-failed-heading = Uw betaling is mislukt
help = Zie payment-failed-heading?
