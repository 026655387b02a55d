button = Pay
    .title = Pay { MONEY($amount) }
