text =
    Pay { MONEY($amount) } now.
    Thank you.
