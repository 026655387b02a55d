help = Payez , puis attendez .
