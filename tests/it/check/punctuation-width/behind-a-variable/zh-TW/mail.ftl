request = 請支付 { MONEY($amount) }.
