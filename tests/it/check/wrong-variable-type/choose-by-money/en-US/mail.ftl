title = Pay { MONEY($amount) }
