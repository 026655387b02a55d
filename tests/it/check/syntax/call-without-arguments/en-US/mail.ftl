# $amount (money): the amount. Example: $5
pay = Pay { MONEY($amount) } now.
