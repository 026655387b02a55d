sum = Amount: { MONEY($amount) }
request = Pay { MONEY($amount) }. { sum }
