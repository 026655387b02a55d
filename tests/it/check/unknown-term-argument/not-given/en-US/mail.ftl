pay = Pay { MONEY($amount) }
