request = 請支付 NT${ MONEY($amount) }。
