pay = 請支付 { MONEY（$amount） }。
