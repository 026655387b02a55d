greeting = 您好,請更新付款資訊.
