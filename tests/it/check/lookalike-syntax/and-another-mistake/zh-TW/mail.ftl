pay = 請支付 ｛ $amount ｝ { MONEY($amount 。
