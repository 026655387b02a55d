pay = 請支付 { MONEY($amount) }｛含稅｝，→ ＊［註］。
